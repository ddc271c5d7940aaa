import { expect, test } from 'vitest'
import { disarm, linksIn, type MailNode, readDesigned, readStyle } from './designed.ts'

const text = (nodeValue: string): MailNode => ({ nodeName: '#text', nodeType: 3, nodeValue, childNodes: [] })
const element = (
  nodeName: string,
  attributes: Record<string, string>,
  ...childNodes: MailNode[]
): MailNode => ({
  nodeName,
  nodeType: 1,
  nodeValue: null,
  childNodes,
  getAttribute: (name) => attributes[name] ?? null,
})

test('known elements keep their look, links lead nowhere', () => {
  const link = element(
    'A',
    { href: 'https://example.com', 'data-look': 'color: #0f5a3e; padding:4px 8px' },
    text('Activate'),
  )
  expect(readDesigned(element('P', {}, link))).toEqual([
    {
      tag: 'p',
      style: {},
      children: [{ tag: 'span', style: { color: '#0f5a3e', padding: '4px 8px' }, children: ['Activate'] }],
    },
  ])
})

test('no style is left for the parser', () => {
  expect(disarm('<style>p{}</style><p class="a" style="margin:0">style = "x"</p><td\nSTYLE=color>')).toBe(
    '<p class="a" data-look="margin:0">style = "x"</p><td\ndata-look=color>',
  )
})

test('scripts, styles, pictures and frames do not come through', () => {
  const mail = element(
    'DIV',
    { onclick: 'x()' },
    element('SCRIPT', {}, text('x()')),
    element('STYLE', {}, text('p{}')),
    element('IMG', { src: 'https://example.com/seen.gif' }),
    element('IFRAME', { src: 'https://example.com' }),
    element('FORM', {}, text('Hello')),
  )
  expect(readDesigned(mail)).toEqual([{ tag: 'div', style: {}, children: ['Hello'] }])
})

test('white space within a table means nothing', () => {
  const table = element('TABLE', { width: '100%' }, text('\n'), element('TR', {}, text(' ')))
  expect(readDesigned(table)).toEqual([
    { tag: 'table', style: {}, width: '100%', children: [{ tag: 'tr', style: {}, children: [] }] },
  ])
})

test('a style loads nothing and stays in its place', () => {
  expect(
    readStyle('Margin:0 auto;background:url(https://example.com/x);position:fixed;-webkit-x:1;broken;a:'),
  ).toEqual({ margin: '0 auto' })
})

test('links are found once, without what ends the sentence', () => {
  expect(
    linksIn('Open https://a.example/x?y=1. Or https://a.example/x?y=1, or (http://b.example/z)'),
  ).toEqual(['https://a.example/x?y=1', 'http://b.example/z'])
})
