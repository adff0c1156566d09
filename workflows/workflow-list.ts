// What the bundle holds: a workflow is one file and one line here.
export { accountWorkflow } from './account.workflow.ts';
export { endpointWorkflow } from './endpoint.workflow.ts';
export { intakeWorkflow } from './intake.workflow.ts';
export { partitionWorkflow } from './partition.workflow.ts';
export { relayWorkflow } from './relay.workflow.ts';
export { requestWorkflow } from './request.workflow.ts';
export { runWorkflow } from './run.workflow.ts';
export { upkeepWorkflow } from './upkeep.workflow.ts';
export { webhookWorkflow } from './webhook.workflow.ts';
