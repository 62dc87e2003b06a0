import { fieldsOf } from '../../google/resources';
import { textIn } from '../../job/arguments';
import { nextSlice, progressOf } from '../../job/carry-on';
import { countsOn } from '../../job/rows/rows';
import { identity, signedIn } from '../../job/reach/identity';
import { Journal } from '../../job/journal/journal';
import { openSheets } from '../../job/rows/sheets';
import { planView } from '../../job/plan/plan-view';
import { Slice } from '../../job/slice';
import { beginCheck, beginRun } from '../../job/begin';
import { troubleOf } from '../../job/trouble';
import type { Progress } from '../../job/wire';
import { countsInWords } from '../../job/words';
import { currentJob, isOpen, type Job } from '../../job/keeping/job-record';

/**
 * The homepage card of the Workspace add-on: who am I, counts, the plan, and one step at a time. Google gives a card
 * callback 30 seconds, so a step takes about 20. A card cannot open the sidebar.
 */

/**
 * No wave begins later: writing the results and drawing the card come after it, and a first check makes the tabs before
 * it.
 */
const cardMilliseconds = 14_000;
type Card = GoogleAppsScript.Card_Service.Card;
type Response = GoogleAppsScript.Card_Service.ActionResponse;

/** The card. Where the document cannot be seen from a card, it says so and stays useful. */
export function onHomepage(): Card {
  return cardOf([...whoSays(), ...workSays()], buttons());
}

/** Checks everything, from the card. */
export const checkFromCard = (): Response =>
  step(() => beginCheck({ scope: { kind: 'everything' }, action: 'provision' }, cardMilliseconds));
/** Goes on with what is under way, from the card. */
export const continueFromCard = (): Response => step(() => nextSlice(cardMilliseconds));

/** Runs the plan whose id the button carries: exactly the one that the card showed. */
export function runFromCard(event: unknown): Response {
  const { parameters } = fieldsOf(event);
  return step(() => {
    const confirmed = fieldsOf(parameters).confirmed === 'yes';
    return beginRun({ planId: textIn(parameters, 'planId'), confirmed }, cardMilliseconds);
  });
}

/**
 * Does something and shows the card anew, with what went wrong if something did: on the card, and as a message that is
 * seen at once.
 */
function step(work: () => unknown): Response {
  const wrong = said(() => {
    work();
    return [];
  });
  const card = cardOf([...wrong, ...whoSays(), ...workSays()], buttons());
  const response = CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().updateCard(card));
  if (wrong.length) response.setNotification(CardService.newNotification().setText(wrong.join(' ')));
  return response.build();
}

interface Button {
  readonly text: string;
  readonly handler: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

function cardOf(texts: readonly string[], actions: readonly Button[]): Card {
  const section = CardService.newCardSection();
  for (const text of texts) section.addWidget(CardService.newTextParagraph().setText(escaped(text)));
  for (const { text, handler, parameters } of actions) {
    const action = CardService.newAction()
      .setFunctionName(handler)
      .setParameters({ ...parameters });
    section.addWidget(CardService.newTextButton().setText(text).setOnClickAction(action));
  }
  return CardService.newCardBuilder()
    .setHeader(CardService.newCardHeader().setTitle('Seatsheet'))
    .addSection(section)
    .build();
}

function whoSays(): readonly string[] {
  return said(() => {
    const who = identity(new Slice(signedIn()));
    return [
      `${who.email}, ${who.superAdmin ? 'super administrator' : 'administrator'} of ${who.primaryDomain}${who.reseller ? ' (reseller)' : ''}`,
    ];
  });
}

function workSays(): readonly string[] {
  return said(() => {
    const tabs = openSheets();
    const work = currentJob();
    const rows = [countsInWords(countsOn(tabs)) || 'No rows yet.'];
    if (work && isOpen(work)) return [...rows, farSays(progressOf(work))];
    return work && mayRun(work) ? [...rows, ...planSays(work)] : rows;
  });
}

/** How far a check or a run is. */
function farSays({ job, done, due, own }: Progress): string {
  const far = `${done} of ${due} rows ${job === 'check' ? 'checked' : 'done'}`;
  return job === 'check' ? `Checking: ${far}.` : `Running: ${[far, needSays(own)].filter(Boolean).join(', ')}.`;
}

function needSays({ waiting = 0, blocked = 0, failed = 0 }: Progress['own']): string {
  return countsInWords({ waiting, blocked, failed });
}

function planSays(work: Job): readonly string[] {
  const plan = planView(work, Journal.open(), openSheets);
  return [
    ...plan.lines.map(({ need, count, says, detail }) => {
      const whole = `${count} × ${says}${detail ? ` (${detail})` : ''}`;
      return need === 'must' ? whole : `Only if needed: ${whole}`;
    }),
    plan.estimate.says,
    ...plan.asks.map(({ says }) => says),
  ];
}

/** A plan is run by the person who checked it. */
function mayRun(work: Job): boolean {
  return work.phase === 'checked' && work.startedBy === signedIn();
}

function buttons(): readonly Button[] {
  const offered: Button[] = [];
  said(() => {
    const work = currentJob();
    if (work && isOpen(work)) offered.push({ text: 'Go on', handler: 'continueFromCard' });
    else offered.push({ text: 'Check everything', handler: 'checkFromCard' });
    if (work && mayRun(work))
      offered.push({
        text: 'Run the checked plan',
        handler: 'runFromCard',
        parameters: { planId: work.planId, confirmed: 'yes' },
      });
    return [];
  });
  return offered;
}

function said(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    const trouble = troubleOf(error);
    // Whether a card may see the document is not settled in Google's pages: without it the card stays neutral.
    return [
      trouble
        ? `${trouble.says} ${trouble.remedy}`
        : 'Open a Seatsheet spreadsheet and its menu Seatsheet › Open Seatsheet.',
    ];
  }
}

/** Text paragraphs read a little HTML. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
