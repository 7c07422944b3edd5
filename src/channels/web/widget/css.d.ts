declare module "*.css" {
  /** Minified text of the style sheet, put there by the bundler. */
  const text: string;
  export default text;
}
