/** opencc-js ships its dictionaries without typings: "漢 汉|語 语|…". */
declare module "opencc-js/dict/TSCharacters" {
  const dictionary: string;
  export default dictionary;
}
