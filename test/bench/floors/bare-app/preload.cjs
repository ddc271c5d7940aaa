const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('floor', { ready: () => ipcRenderer.send('ready') })
ipcRenderer.on('port', ({ ports }) => window.postMessage('port', '*', ports))
