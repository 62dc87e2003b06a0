import { answer, boss, call, open } from './partner';

describe('The settings about customers', () => {
  const sent = { publicId: ' C0pub77 ', countries: 'Spain, de; FR', letPeopleThrough: true };

  test('hold for everybody, and say who changed them last and when', () => {
    const desk = open();
    expect(call(desk, 'getCustomerRules')).toMatchObject({
      publicId: '',
      countries: '',
      letPeopleThrough: false,
      changedBy: '',
    });
    call(desk, 'setCustomerRules', sent);
    desk.host.become('other@resell.example');
    expect(call(desk, 'getCustomerRules')).toMatchObject({
      publicId: 'C0pub77',
      countries: 'ES, DE, FR',
      letPeopleThrough: true,
      changedBy: boss,
      changedAt: expect.stringMatching(/^2026-/),
    });
  });

  test('that are wrong change nothing and say what to write', () => {
    const desk = open();
    const { complaints } = call(desk, 'setCustomerRules', { ...sent, publicId: 'two words', countries: 'Spein' });
    expect(complaints).toEqual([
      { field: 'publicId', says: expect.stringContaining('public id') },
      { field: 'countries', says: expect.stringContaining('Spain') },
    ]);
    expect(call(desk, 'getCustomerRules')).toMatchObject({ publicId: '', letPeopleThrough: false });
  });

  test('cannot be changed by somebody who administers nothing', () => {
    const desk = open();
    desk.host.become('friend@mail.example');
    expect(answer(desk, 'setCustomerRules', sent)).toMatchObject({ ok: false });
    desk.host.become(boss);
    expect(call(desk, 'getCustomerRules').publicId).toBe('');
  });
});

describe('Arming', () => {
  const armedUntil = (desk: ReturnType<typeof open>, who: string): number => {
    const kept = desk.host.state.properties.users[who]?.['armed'];
    return kept === undefined ? 0 : (JSON.parse(kept) as { until: number }).until;
  };

  test('takes the primary domain of the reseller, and holds for half an hour for the person alone', () => {
    const desk = open();
    desk.host.answers.push(' Resell.EXAMPLE ');
    desk.host.call('askArming', [], 'menu');
    expect(desk.host.shown.toasts.join()).toContain('Armed for 30 minutes');
    const left = armedUntil(desk, boss) - desk.clock.now();
    expect(left).toBeGreaterThan(29 * 60_000);
    expect(left).toBeLessThanOrEqual(30 * 60_000);
    expect(JSON.stringify(desk.host.state.properties.document)).not.toContain('armed');
  });

  test('is not done for anything else', () => {
    const desk = open();
    desk.host.answers.push('resell');
    desk.host.call('askArming', [], 'menu');
    expect(desk.host.shown.toasts.join()).toContain('Not armed');
    expect(armedUntil(desk, boss)).toBe(0);
  });
});
