/**
 * Widgets of a card, by Google's names for them (Google Workspace add-ons, Card reference). Their text is shown as
 * text.
 */

/** A member of a piece of card JSON. */
export function part(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** A text member, without the few HTML tags that cards may have in it; missing means empty. */
export function text(json: unknown, name: string): string {
  const value = part(json, name);
  if (typeof value !== 'string') return '';
  const bare = value
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:b|i|u|s|strike|strong|em|font|a)(?:\s[^>]*)?>/gi, '');
  return bare.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name] ?? '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A list member; missing means empty. */
export function list(json: unknown, name: string): readonly unknown[] {
  const value = part(json, name);
  return Array.isArray(value) ? value : [];
}

type Act = (action: unknown) => void;

/** One widget. One that is not known here is named. */
export function Widget({ widget, act }: { readonly widget: unknown; readonly act: Act }) {
  const kind =
    Object.keys(typeof widget === 'object' && widget !== null ? widget : {}).find(
      (name) => name !== 'horizontalAlignment',
    ) ?? '';
  const content = part(widget, kind);
  switch (kind) {
    case 'textParagraph':
      return <p>{text(content, 'text')}</p>;
    case 'divider':
      return <hr />;
    case 'decoratedText':
    case 'keyValue':
      return <Decorated content={content} act={act} />;
    case 'textButton':
      return (
        <div class="buttons">
          <Button button={content} act={act} />
        </div>
      );
    case 'buttonList':
    case 'buttonSet':
      return (
        <div class="buttons">
          {list(content, 'buttons').map((button, index) => (
            <Button key={index} button={button} act={act} />
          ))}
        </div>
      );
    default:
      return <p class="quiet">The widget “{kind}” is not shown here.</p>;
  }
}

function Decorated({ content, act }: { readonly content: unknown; readonly act: Act }) {
  const button = part(content, 'button');
  return (
    <div class="decorated">
      <div>
        <div class="quiet">{text(content, 'topLabel')}</div>
        <div class="label">{text(content, 'text') || text(content, 'content')}</div>
        <div class="quiet">{text(content, 'bottomLabel')}</div>
      </div>
      {button !== undefined && (
        <div class="buttons">
          <Button button={button} act={act} />
        </div>
      )}
    </div>
  );
}

function Button({ button, act }: { readonly button: unknown; readonly act: Act }) {
  const onClick = part(button, 'onClick');
  const url = text(part(button, 'openLink') ?? part(onClick, 'openLink'), 'url');
  if (/^https:\/\//.test(url))
    return (
      <a href={url} target="_blank" rel="noreferrer">
        {text(button, 'text')}
      </a>
    );
  const action = part(button, 'onClickAction') ?? part(onClick, 'action');
  return (
    <button
      type="button"
      disabled={action === undefined || part(button, 'disabled') === true}
      onClick={() => act(action)}
    >
      {text(button, 'text')}
    </button>
  );
}
