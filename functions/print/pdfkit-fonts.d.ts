declare module 'pdfkit/standard-fonts/*' {
  const font: object;
  // biome-ignore lint/style/noDefaultExport: this is how pdfkit gives its fonts away
  export default font;
}
