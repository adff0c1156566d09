/** The process answers. Whoever comes with a browser is shown to the page for people. */
export function GET(request: Request): Response {
  if (request.headers.get('accept')?.includes('text/html'))
    return new Response(null, { status: 307, headers: { location: '/settings/health' } });
  return Response.json({ status: 'ok' });
}
