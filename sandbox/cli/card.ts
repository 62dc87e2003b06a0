import type { Progress } from '../../src/job/wire';
import { ServerSaidNo, ask } from './desk';
import type { Desk } from './desk';
import type { Surface } from './surface';
import { UsageError } from './usage';

/** The homepage card of the add-on, pressed button by button; Google gives each press 30 seconds. */

/** A card as the host gives it, as far as it is pressed and read here. */
interface Card {
  readonly sections: readonly { readonly widgets?: readonly Widget[] }[];
}

interface Widget {
  readonly textParagraph?: { readonly text: string };
  readonly textButton?: { readonly onClickAction: Press };
}

interface Press {
  readonly functionName: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a press answers: the next card, and what went wrong. */
interface Response {
  readonly navigation: { readonly steps: readonly { readonly updateCard?: Card }[] };
  readonly notification?: { readonly text: string };
}

/** The whole job through the card. It checks everything there is, so any other scope or action is bad usage. */
export function cardSurface(desk: Desk): Surface {
  const { host } = desk;
  const card = new OpenCard(desk);
  const progress = () => ask(host, 'getProgress');
  return {
    startCheck: ({ scope, action }) => {
      if (scope.kind !== 'everything' || action !== 'provision')
        throw new UsageError('--surface card checks everything: it takes no --scope and no other --action.');
      card.press('checkFromCard');
      return progress();
    },
    startRun: (planId) => {
      card.press('runFromCard', planId);
      return progress();
    },
    goOn: (before) => moreOf(card.press('continueFromCard'), before) ?? progress(),
  };
}

/** While the card offers to go on nothing has ended; looking would be an execution of its own. */
function moreOf(card: Card, before: Progress): Progress | undefined {
  return pressOf(card, 'continueFromCard') ? before : undefined;
}

/** The card that is open. */
class OpenCard {
  private shown: Card | undefined;

  constructor(private readonly desk: Desk) {}

  /**
   * Presses the button that calls `handler`, with its own parameters. Throws ServerSaidNo where there is none, or
   * another plan's, or the script says no.
   */
  press(handler: string, planId?: string): Card {
    const action = this.find(handler);
    if (planId !== undefined && action.parameters['planId'] !== planId)
      throw new ServerSaidNo('anotherPlan', 'The card offers another plan than the one that was checked.', '');
    this.shown = undefined;
    const { navigation, notification } = this.desk.host.call(
      handler,
      [{ parameters: action.parameters }],
      'card',
    ) as Response;
    if (notification) throw new ServerSaidNo('card', notification.text, '');
    this.shown = navigation.steps.find((step) => step.updateCard)?.updateCard;
    return this.opened();
  }

  /** Whoever does not find a button opens the card anew, as after an execution that died. */
  private find(handler: string): Press {
    const found = pressOf(this.opened(), handler);
    if (found) return found;
    this.shown = undefined;
    const again = pressOf(this.opened(), handler);
    if (!again)
      throw new ServerSaidNo(
        'card',
        `The card has no button for ${handler}. It says: ${textsOf(this.opened()).join(' ')}`,
        '',
      );
    return again;
  }

  private opened(): Card {
    return (this.shown ??= this.desk.host.call('onHomepage', [{}], 'card') as Card);
  }
}

function widgetsOf({ sections }: Card): readonly Widget[] {
  return sections.flatMap(({ widgets = [] }) => widgets);
}

function pressOf(card: Card, handler: string): Press | undefined {
  return widgetsOf(card)
    .map(({ textButton }) => textButton?.onClickAction)
    .find((action) => action?.functionName === handler);
}

function textsOf(card: Card): readonly string[] {
  return widgetsOf(card).flatMap(({ textParagraph }) => (textParagraph ? [textParagraph.text] : []));
}
