/** Elements made by hand: texts only ever become text nodes or attribute values, so nothing of a document is markup. */

type Child = Node | string | null | false
type Props = {
  class?: string
  /** Attributes; null and false leave one out, true gives an empty one. */
  [attribute: string]: string | number | boolean | null | undefined | ((event: never) => void)
}

/** `el('button', {class: 'x', click: () => …}, 'text')`: functions are listeners, everything else attributes. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener)
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value))
    }
  }
  for (const child of children) if (child !== null && child !== false) element.append(child)
  return element
}

/** The element with this id; the page's own skeleton always has it. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T
}

/** Is the person typing? Then keys are letters, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
    !(target instanceof HTMLInputElement && /^(checkbox|button|file)$/.test(target.type))
  )
}

let region: HTMLElement | undefined

/** Says something to a screen reader, and shows it for a moment. */
export function say(text: string): void {
  region ??= document.body.appendChild(el('div', { class: 'toast', role: 'status', 'aria-live': 'polite' }))
  region.textContent = text
  region.classList.remove('shown')
  void region.offsetWidth
  region.classList.add('shown')
}
