import { useEffect, useState } from 'preact/hooks';
import type { CallResult } from '../wire';
import { Widget, list, part, text } from './card-widgets';
import { actOnCard, getCard } from './server';

/** The homepage card that the script offers beside the sidebar, as the add-on panel would show it. */
export function CardPage() {
  const { card, trouble, act, load } = useCard();
  return (
    <main class="page">
      <header class="page-head">
        <h1>Homepage card</h1>
        <p class="quiet">
          What the side panel of Google Sheets shows.{' '}
          <button type="button" class="link" onClick={load}>
            Load again
          </button>
        </p>
      </header>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {card === null ? <p class="quiet">{trouble ? '' : 'Building the card…'}</p> : <Card card={card} act={act} />}
    </main>
  );
}

function Card({ card, act }: { readonly card: unknown; readonly act: (action: unknown) => void }) {
  const header = part(card, 'header');
  return (
    <article class="addon">
      <header>
        <h2>{text(header, 'title') || text(card, 'name')}</h2>
        <p class="quiet">{text(header, 'subtitle')}</p>
      </header>
      {list(card, 'sections').map((section, index) => (
        <section key={index}>
          {text(section, 'header') && <h2>{text(section, 'header')}</h2>}
          {list(section, 'widgets').map((widget, at) => (
            <Widget key={at} widget={widget} act={act} />
          ))}
        </section>
      ))}
      {part(card, 'fixedFooter') !== undefined && (
        <section>
          <Widget widget={{ buttonList: { buttons: [part(part(card, 'fixedFooter'), 'primaryButton')] } }} act={act} />
        </section>
      )}
    </article>
  );
}

function useCard() {
  const [card, setCard] = useState<unknown>(null);
  const [trouble, setTrouble] = useState('');
  const follow = (work: Promise<CallResult>) =>
    void work.then(
      (result) => {
        setTrouble(result.ok ? text(part(result.value, 'notification'), 'text') : result.message);
        const next = result.ok ? cardIn(result.value) : null;
        if (next) setCard(next);
      },
      (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)),
    );
  const load = () => follow(getCard());
  useEffect(load, []);
  return { card, trouble, act: (action: unknown) => follow(actOnCard(action)), load };
}

/**
 * The card in what a function gave: a card, a list whose last card is on top, or an action response that puts one
 * there.
 */
function cardIn(value: unknown): unknown {
  if (Array.isArray(value)) return cardIn(value[value.length - 1]);
  if (part(value, 'sections') !== undefined || part(value, 'header') !== undefined) return value;
  const steps = list(part(value, 'navigation'), 'steps');
  const last = steps[steps.length - 1];
  return part(last, 'pushCard') ?? part(last, 'updateCard') ?? null;
}
