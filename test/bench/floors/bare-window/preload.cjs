const { contextBridge } = require('electron')
contextBridge.exposeInMainWorld('floor', { there: true })
