// An OpenID Connect provider on this machine, for tests: any name may sign in, and is asked for consent.
// Its first argument is the callback of the pages, its second how accounts are called.
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const [callback, called] = process.argv.slice(2)
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'pages', client_secret: 'a secret of the pages', redirect_uris: [callback] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: called }) }),
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  })
  server.on('request', provider.callback())
  console.log(issuer)
})
