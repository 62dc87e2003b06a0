import { open } from './bench';

const builders = 'const C = CardService;';

test('a card comes out as plain JSON', () => {
  const host = open(`function onHomepage() { ${builders}
    const action = C.newAction().setFunctionName('goOn').setParameters({ slice: '1' }).setLoadIndicator(C.LoadIndicator.SPINNER);
    return C.newCardBuilder().setName('home').setHeader(C.newCardHeader().setTitle('Seatsheet').setSubtitle('5 rows'))
      .addSection(C.newCardSection().setHeader('Now')
        .addWidget(C.newTextParagraph().setText('Running'))
        .addWidget(C.newDecoratedText().setTopLabel('Rows').setText('5').setWrapText(true))
        .addWidget(C.newKeyValue().setTopLabel('Done').setContent('2'))
        .addWidget(C.newButtonSet().addButton(C.newTextButton().setText('Go on').setTextButtonStyle(C.TextButtonStyle.FILLED).setOnClickAction(action))
          .addButton(C.newTextButton().setText('Admin console').setOpenLink(C.newOpenLink().setUrl('https://admin.google.com/')))))
      .build(); }`);
  expect(host.call('onHomepage', [{ hostApp: 'sheets' }], 'card')).toEqual({
    name: 'home',
    header: { title: 'Seatsheet', subtitle: '5 rows' },
    sections: [
      {
        header: 'Now',
        widgets: [
          { textParagraph: { text: 'Running' } },
          { decoratedText: { topLabel: 'Rows', text: '5', wrapText: true } },
          { keyValue: { topLabel: 'Done', content: '2' } },
          {
            buttonSet: {
              buttons: [
                {
                  text: 'Go on',
                  textButtonStyle: 'FILLED',
                  onClickAction: { functionName: 'goOn', parameters: { slice: '1' }, loadIndicator: 'SPINNER' },
                },
                { text: 'Admin console', openLink: { url: 'https://admin.google.com/' } },
              ],
            },
          },
        ],
      },
    ],
  });
});

test('an action’s response: the next card and a notification; a list of cards is a list', () => {
  const card = 'C.newCardBuilder().addSection(C.newCardSection().addWidget(C.newDivider())).build()';
  const host =
    open(`function act() { ${builders} return C.newActionResponseBuilder().setNavigation(C.newNavigation().popToRoot().updateCard(${card})).setNotification(C.newNotification().setText('Done')).build(); }
    function two() { ${builders} return [${card}, ${card}]; }`);
  const json = { sections: [{ widgets: [{ divider: {} }] }] };
  expect(host.call('act', [], 'card')).toEqual({
    navigation: { steps: [{ popToRoot: true }, { updateCard: json }] },
    notification: { text: 'Done' },
  });
  expect(host.call('two', [], 'card')).toEqual([json, json]);
});

test('a card has a section, and 100 widgets at most', () => {
  const host =
    open(`function many(count) { ${builders} const section = C.newCardSection(); for (let i = 0; i < count; i++) section.addWidget(C.newTextParagraph().setText('x')); C.newCardBuilder().addSection(section).build(); }
    function none() { CardService.newCardBuilder().build(); }`);
  expect(host.call('many', [100], 'card')).toBeUndefined();
  expect(() => host.call('many', [101], 'card')).toThrow('more than 100 sections or widgets');
  expect(() => host.call('none', [], 'card')).toThrow('at least one section');
});

test('a part knows only its own members, and takes no function for a value', () => {
  const host = open(
    'function text() { CardService.newTextParagraph().setTopLabel("x"); } function fn() { CardService.newTextParagraph().setText(() => 1); }',
  );
  expect(() => host.call('text', [], 'card')).toThrow('TextParagraph.setTopLabel is not simulated');
  expect(() => host.call('fn', [], 'card')).toThrow("don't match the method signature");
});
