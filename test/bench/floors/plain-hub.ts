import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'

/**
 * The floor of `connections` and of the sending half of `fan-out`: a bare Socket.IO server. `join` puts a socket into the
 * room; `send` gives what it is given to the room, and answers.
 */
const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false })
io.on('connection', (socket) => {
  socket.on('join', (done: () => void) => {
    void socket.join('rows')
    done()
  })
  socket.on('send', (body: unknown, done: () => void) => {
    io.to('rows').emit('changes', body)
    done()
  })
})
http.listen(0, '127.0.0.1', () => process.stdout.write(`${(http.address() as AddressInfo).port}\n`))
