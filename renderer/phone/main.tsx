import { mountPhone } from './mount.tsx'
import { routeOf } from './route.ts'

const root = document.getElementById('root')
if (root) mountPhone(root, routeOf(location.pathname))
