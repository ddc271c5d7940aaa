// The floor of `start`: a window with a sandboxed preload and one button that answers.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1080,
    height: 1920,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true },
  })
  window.loadFile(join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
