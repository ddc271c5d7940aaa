// A tap is answered by the process behind the page; one that comes before the port waits for it.
let port = null
const waiting = []
window.addEventListener('message', ({ ports }) => {
  port = ports[0]
  port.onmessage = ({ data }) => {
    document.body.insertAdjacentHTML('beforeend', `<input aria-label="${data}">`)
  }
  for (const tap of waiting.splice(0)) port.postMessage(tap)
})
document.querySelector('button').addEventListener('click', () => {
  if (port) port.postMessage('Email')
  else waiting.push('Email')
})
window.floor.ready()
