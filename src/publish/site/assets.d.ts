/** Made by assets/make.js when the program is built or tested. */
declare module 'site:assets' {
  /** The style of the pages, compiled. */
  export const style: string;
  /** The script that adds search and filters to them. */
  export const script: string;
}
