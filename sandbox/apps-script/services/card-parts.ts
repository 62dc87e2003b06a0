/** Which parts of a card are simulated, with their members; the compiler holds the names against Google's types. */

type Google = GoogleAppsScript.Card_Service.CardService;
type Made<N extends string> = `new${N}` extends keyof Google
  ? Google[`new${N}`] extends () => infer P
    ? P
    : never
  : never;
type Part<N extends string> = { readonly members: readonly (keyof Made<N> & string)[] };

const link = ['setText', 'setOpenLink', 'setOnClickAction'] as const;

/** The parts by the name that follows `new`. */
export const parts = {
  CardBuilder: { members: ['setName', 'setHeader', 'addSection', 'setFixedFooter', 'build'] },
  CardHeader: { members: ['setTitle', 'setSubtitle', 'setImageUrl', 'setImageStyle', 'setImageAltText'] },
  CardSection: { members: ['setHeader', 'addWidget', 'setCollapsible', 'setNumUncollapsibleWidgets'] },
  TextParagraph: { members: ['setText'] },
  DecoratedText: { members: [...link, 'setTopLabel', 'setBottomLabel', 'setWrapText', 'setButton'] },
  KeyValue: {
    members: [
      'setContent',
      'setTopLabel',
      'setBottomLabel',
      'setMultiline',
      'setOpenLink',
      'setOnClickAction',
      'setButton',
    ],
  },
  TextButton: { members: [...link, 'setDisabled', 'setAltText', 'setTextButtonStyle', 'setBackgroundColor'] },
  ButtonSet: { members: ['addButton'] },
  Divider: { members: [] },
  FixedFooter: { members: ['setPrimaryButton', 'setSecondaryButton'] },
  Action: { members: ['setFunctionName', 'setParameters', 'setLoadIndicator'] },
  OpenLink: { members: ['setUrl', 'setOpenAs', 'setOnClose'] },
  Navigation: { members: ['pushCard', 'updateCard', 'popCard', 'popToRoot', 'popToNamedCard'] },
  ActionResponseBuilder: { members: ['setNavigation', 'setNotification', 'setOpenLink', 'setStateChanged', 'build'] },
  Notification: { members: ['setText'] },
} as const satisfies { readonly [N in Names]: Part<N> };

type Names =
  | 'CardBuilder'
  | 'CardHeader'
  | 'CardSection'
  | 'TextParagraph'
  | 'DecoratedText'
  | 'KeyValue'
  | 'TextButton'
  | 'ButtonSet'
  | 'Divider'
  | 'FixedFooter'
  | 'Action'
  | 'OpenLink'
  | 'Navigation'
  | 'ActionResponseBuilder'
  | 'Notification';

/** The name of a part. */
export type PartName = keyof typeof parts;
