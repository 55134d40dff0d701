import { describe, expect, test } from 'vitest';
import { paymentRule, requirePaymentMove } from '../../../shared/domain/payments/move-payment.ts';
import {
  type PaymentMove,
  type PaymentParty,
  type PaymentState,
  paymentLabels,
  paymentMoves,
} from '../../../shared/domain/payments/payment-states.ts';
import { paymentIn } from './examples.ts';

const states = Object.keys(paymentMoves) as PaymentState[];
const moves: PaymentMove[] = [
  'claim',
  'confirm',
  'not-find',
  'collect',
  'refuse',
  'record',
  'give-back',
  'deny',
  'end',
];
const parties: PaymentParty[] = ['buyer', 'treasurer', 'merchant', 'provider', 'order'];

/** The rules, written a second time and by hand: from → move → who → to. */
const rules: [PaymentState, PaymentMove, PaymentParty[], PaymentState][] = [
  ['unpaid', 'claim', ['buyer'], 'claimed'],
  ['unpaid', 'collect', ['merchant'], 'confirmed'],
  ['unpaid', 'refuse', ['merchant'], 'refused'],
  ['unpaid', 'record', ['treasurer'], 'recorded'],
  ['unpaid', 'confirm', ['merchant', 'provider'], 'confirmed'],
  ['unpaid', 'end', ['order'], 'void'],
  ['claimed', 'confirm', ['merchant', 'provider'], 'confirmed'],
  ['claimed', 'not-find', ['merchant'], 'not_found'],
  ['not_found', 'claim', ['buyer'], 'claimed'],
  ['not_found', 'collect', ['merchant'], 'confirmed'],
  ['not_found', 'refuse', ['merchant'], 'refused'],
  ['not_found', 'record', ['treasurer'], 'recorded'],
  ['not_found', 'confirm', ['merchant', 'provider'], 'confirmed'],
  ['not_found', 'end', ['order'], 'void'],
  ['recorded', 'confirm', ['merchant', 'provider'], 'confirmed'],
  ['recorded', 'not-find', ['merchant'], 'not_found'],
  ['refused', 'collect', ['merchant'], 'confirmed'],
  ['refused', 'end', ['order'], 'void'],
  ['confirmed', 'end', ['order'], 'return_owed'],
  ['return_owed', 'give-back', ['merchant'], 'returned'],
  ['returned', 'deny', ['buyer'], 'return_owed'],
  ['void', 'claim', ['buyer'], 'claimed'],
  ['void', 'confirm', ['merchant', 'provider'], 'confirmed'],
];

describe('the table of a payment’s life', () => {
  const all = states.flatMap((state) => moves.flatMap((move) => parties.map((party) => ({ state, move, party }))));
  test.each(all)('$state: $move by $party', ({ state, move, party }) => {
    const rule = rules.find(([from, by]) => from === state && by === move);
    const act = () => requirePaymentMove(paymentIn('qris', { state }), move, [party]);
    if (!rule) expect(act).toThrow(expect.objectContaining({ code: 'payment_moved_on' }));
    else if (!rule[2].includes(party)) expect(act).toThrow(expect.objectContaining({ code: 'not_allowed' }));
    else expect(act().to).toBe(rule[3]);
  });

  test('gives money a way back from wherever it can be', () => {
    for (const state of ['confirmed', 'return_owed'] as const)
      expect(moves.some((move) => paymentRule(state, move) !== undefined)).toBe(true);
  });

  test('lets nobody confirm but the shop, its provider, and the cash in its hand', () => {
    const confirming = rules.filter(([, , , to]) => to === 'confirmed').flatMap(([, , who]) => who);
    expect([...new Set(confirming)].sort()).toEqual(['merchant', 'provider']);
  });

  test('has an Indonesian name for every state, each another', () => {
    expect(new Set(Object.values(paymentLabels)).size).toBe(states.length);
  });
});
