// The floor of `start` and `memory`: what any Electron app with a process behind its page has, and nothing else. A window
// with a sandboxed preload, a utility process, and a port between the two.
const { app, BrowserWindow, ipcMain, MessageChannelMain, utilityProcess } = require('electron')
const { join } = require('node:path')

app.whenReady().then(() => {
  const behind = utilityProcess.fork(join(__dirname, 'behind.cjs'))
  const window = new BrowserWindow({
    width: 1080,
    height: 1920,
    useContentSize: true,
    show: false,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true },
  })
  window.once('ready-to-show', () => window.show())
  ipcMain.on('ready', () => {
    const { port1, port2 } = new MessageChannelMain()
    behind.postMessage(null, [port1])
    window.webContents.postMessage('port', null, [port2])
  })
  window.loadFile(join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.quit())
