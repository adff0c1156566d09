// What Next says of style sheets in next-env.d.ts, which is generated and therefore absent when only types are checked.
declare module '*.module.css' {
  const classes: { readonly [name: string]: string };
  export default classes;
}
declare module '*.css';
declare module '@fontsource-variable/*';
