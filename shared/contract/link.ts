/** Whether a device reaches the hub, as pages show it. */
export type Link = 'online' | 'connecting' | 'offline'
