import { filling, signInAt, wordsIn, type DetailsAbout } from '.';
import { noteIn } from './letterhead';

/** Whose slip it is. The password stands on it and nowhere else. */
export type SlipAbout = Omit<DetailsAbout, 'withPassword'> & { readonly password: string };

/**
 * A page of HTML with a sheet of paper for each person, to be printed and given to them: in their language, with what
 * to do first. Text from outside stays text, and no title or link holds any of it.
 */
export function slipsPage(people: readonly SlipAbout[]): string {
  const bar =
    '<div class="bar"><button onclick="window.print()">Print</button><span>One sheet for each person. Nothing of it is kept: close the window when they are printed.</span></div>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign-in slips</title><style>${style}</style></head><body>${bar}${people.map(slipOf).join('')}</body></html>`;
}

const style = [
  'body{margin:0;color:#1f1f1f;font:15px/1.45 sans-serif}',
  '.bar{position:sticky;top:0;display:flex;gap:14px;align-items:center;padding:10px 20px;background:#f4f6f8;font-size:13px}',
  'button{min-height:34px;padding:6px 22px;border:0;border-radius:17px;background:#0b57d0;color:#fff;font:inherit}',
  'section{box-sizing:border-box;max-width:640px;margin:0 auto;padding:40px 20px;border-bottom:1px dashed #747775}',
  'h2{margin:8px 0}',
  'dt{margin-top:10px;font-size:13px}',
  'dd{margin:0;font-size:18px}',
  'code{font-size:24px;letter-spacing:1px}',
  '.own{white-space:pre-wrap}',
  '@page{margin:18mm}',
  '@media print{.bar{display:none}section{border:0;padding:0;break-after:page;break-inside:avoid}section:last-child{break-after:auto}}',
].join('');

function slipOf({ purpose, language, name, email, password, changes, letterhead }: SlipAbout): string {
  const words = wordsIn(language);
  const { slip } = words;
  const fill = filling({ email, link: signInAt });
  const { subject, text } = words[purpose];
  const steps = [...slip.steps, ...(changes ? [slip.changes] : []), slip.secondStep];
  return [
    `<section lang="${words.language}">`,
    paragraph('own', letterhead.name),
    `<h2>${escaped(fill(subject))}</h2>`,
    paragraph('', `${name && `${name}: `}${text}`),
    `<dl><dt>${words.link}</dt><dd>${signInAt}</dd>`,
    `<dt>${words.address}</dt><dd>${escaped(email)}</dd>`,
    `<dt>${words.password}</dt><dd><code>${escaped(password)}</code></dd></dl>`,
    `<ol>${steps.map((step) => `<li>${escaped(fill(step))}</li>`).join('')}</ol>`,
    paragraph('own', noteIn(letterhead, words.language)),
    paragraph('own', letterhead.signature),
    paragraph('', slip.bye),
    '</section>',
  ].join('');
}

function paragraph(kind: string, text: string): string {
  return text && `<p class="${kind}">${escaped(text)}</p>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
