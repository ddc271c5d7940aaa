/**
 * The arguments of `npm start`: the demo in a window, and whatever the person adds or says otherwise.
 * @param {string[]} extra
 * @param {{data: string, isRoot: boolean}} where
 * @returns {string[]}
 */
export function startArgs(extra, { data, isRoot }) {
  const has = (/** @type {string} */ flag) => extra.some((arg) => arg === flag || arg.startsWith(`${flag}=`))
  return [
    '.',
    // Chromium refuses to run as root with its sandbox on; for everybody else the sandbox stays on.
    ...(isRoot && !has('--no-sandbox') ? ['--no-sandbox'] : []),
    ...(has('--demo') || has('--hub') ? [] : ['--demo']),
    ...(has('--role') ? [] : ['--role', 'both']),
    ...(has('--windowed') ? [] : ['--windowed']),
    ...(has('--data') ? [] : ['--data', data]),
    ...extra,
  ]
}
