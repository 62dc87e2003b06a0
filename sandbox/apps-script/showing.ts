/** What a script puts before the person at the spreadsheet, as plain data. */

/** One entry of a menu: a function, a submenu or a line between entries. */
export type MenuEntry =
  | { readonly label: string; readonly handler: string }
  | { readonly label: string; readonly items: readonly MenuEntry[] }
  | { readonly separator: true };

/** HTML, a question or a message that an execution put before the person. */
export type Showing =
  | {
      readonly kind: 'sidebar' | 'dialog';
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'toast'; readonly title: string; readonly text: string; readonly seconds: number }
  | {
      readonly kind: 'alert' | 'prompt';
      readonly title: string;
      readonly text: string;
      readonly buttons: readonly string[];
    };
