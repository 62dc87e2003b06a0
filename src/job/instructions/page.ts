import { escaped } from '../../tabs/users/mails/slips';
import type { Instructions, Part } from './letter';

/** Instructions on paper: a page of HTML with a sheet for each person. Text from outside stays text. */
export function instructionsPage(people: readonly Instructions[]): string {
  const bar =
    '<div class="bar"><button onclick="window.print()">Print</button><span>One sheet or more for each person. No passwords stand in it.</span></div>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Instructions</title><style>${style}</style></head><body>${bar}${people.map(sheetOf).join('')}</body></html>`;
}

const style = [
  'body{margin:0;color:#1f1f1f;font:15px/1.45 sans-serif}',
  '.bar{position:sticky;top:0;display:flex;gap:14px;align-items:center;padding:10px 20px;background:#f4f6f8;font-size:13px}',
  'button{min-height:34px;padding:6px 22px;border:0;border-radius:17px;background:#0b57d0;color:#fff;font:inherit}',
  'section{box-sizing:border-box;max-width:680px;margin:0 auto;padding:36px 20px;border-bottom:1px dashed #747775;overflow-wrap:anywhere}',
  'h2{margin:8px 0}',
  'h3{margin:18px 0 4px}',
  'p{margin:6px 0;white-space:pre-wrap}',
  '@page{margin:18mm}',
  '@media print{.bar{display:none}section{border:0;padding:0;break-after:page}h3{break-after:avoid}section:last-child{break-after:auto}}',
].join('');

function sheetOf({ language, subject, hello, parts, signed }: Instructions): string {
  const told = [`<h2>${escaped(subject)}</h2>`, paragraph(hello), ...parts.map(partOf), paragraph(signed)];
  return `<section lang="${language}">${told.join('')}</section>`;
}

function partOf({ title, text, lines }: Part): string {
  const list = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
  return `${title && `<h3>${escaped(title)}</h3>`}${paragraph(text)}${list && `<ul>${list}</ul>`}`;
}

function paragraph(text: string): string {
  return text && `<p>${escaped(text)}</p>`;
}
