import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where a server is to run, and with what. */
export interface Setting {
  /** The built site, with packed files beside its own. */
  site: string;
  /** A folder for configuration and temporary files. */
  work: string;
  port: number;
  /** "/" or a path with a slash at both ends. */
  base: string;
}

/** How a server is started with the configuration of hosting/. */
export interface Recipe {
  name: string;
  /** Debian's packages. */
  packages: string[];
  program: string;
  /** A file that shows that a package beside the program's is installed. */
  module?: string;
  /** Writes the configuration and returns the program's arguments. */
  prepare: (setting: Setting) => string[];
  /** Encoding that it sends to a browser that takes brotli and gzip. */
  encoding: 'br' | 'gzip' | undefined;
  /** Whether it answers a missing page with 404.html. */
  ownNotFound: boolean;
  /** Whether it sends the headers of hosting/. */
  headers: boolean;
}

/** A file of hosting/ with its example address, folder and path replaced by those of the test. */
function fill(name: string, { site, port, base }: Setting): string {
  return readFileSync(`hosting/${name}`, 'utf8')
    .replaceAll('/srv/secure-base', site)
    .replaceAll('listen 80;', `listen 127.0.0.1:${String(port)};`)
    .replaceAll('book.example {', `http://127.0.0.1:${String(port)} {`)
    .replaceAll('location / {', `location ${base} {`)
    .replaceAll('404 /404.html', `404 ${base}404.html`)
    .replaceAll('path /*', `path ${base}*`)
    .replaceAll('"/book/"', `"${base}"`);
}

function write(work: string, name: string, text: string): string {
  const path = resolve(work, name);
  writeFileSync(path, text);
  return path;
}

const nginx: Recipe = {
  name: 'nginx',
  packages: ['nginx-light'],
  program: 'nginx',
  encoding: 'gzip',
  ownNotFound: true,
  headers: true,
  prepare: (setting) => {
    const { work } = setting;
    const own = fill('nginx.conf', setting);
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${join(work, kind)};`,
    );
    const config = `daemon off; pid ${join(work, 'nginx.pid')}; error_log stderr; user root;
events {} http { access_log off; ${folders.join(' ')} ${own.replaceAll('include mime.types', 'include /etc/nginx/mime.types')} }`;
    return ['-c', write(work, 'nginx.conf', config), '-e', 'stderr'];
  },
};

/** What Debian's /etc/mime.types says of the site's files, where that file may be missing. */
const mimeTypes = `text/html html
text/css css
text/javascript js
application/json json
image/svg+xml svg
image/png png
font/woff2 woff2
text/plain txt
application/xml xml
`;

const apache: Recipe = {
  name: 'Apache',
  packages: ['apache2'],
  program: 'apache2',
  encoding: 'br',
  ownNotFound: true,
  headers: true,
  prepare: ({ site, work, port, base }) => {
    const modules = [
      'authz_core',
      'mpm_event',
      'mime',
      'dir',
      'alias',
      'headers',
      'rewrite',
      'env',
    ];
    const load = [...modules, 'setenvif'].map(
      (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
    );
    const place =
      base === '/' ? `DocumentRoot ${site}` : `DocumentRoot ${work}\nAlias ${base} ${site}/`;
    const config = `${load.join('\n')}
ServerName 127.0.0.1
Listen 127.0.0.1:${String(port)}
PidFile ${join(work, 'apache.pid')}
ErrorLog ${join(work, 'apache.log')}
User www-data
Group www-data
TypesConfig ${write(work, 'mime.types', mimeTypes)}
${place}
<Directory ${site}>
  AllowOverride All
  Require all granted
</Directory>
`;
    return ['-X', '-f', write(work, 'apache.conf', config)];
  },
};

const caddy: Recipe = {
  name: 'Caddy',
  packages: ['caddy'],
  program: 'caddy',
  encoding: 'br',
  ownNotFound: true,
  headers: true,
  prepare: (setting) => {
    const config = `{\n\tadmin off\n\tauto_https off\n}\n${fill('Caddyfile', setting)}`;
    return ['run', '--adapter', 'caddyfile', '--config', write(setting.work, 'Caddyfile', config)];
  },
};

const lighttpd: Recipe = {
  name: 'lighttpd',
  packages: ['lighttpd', 'lighttpd-mod-deflate'],
  program: 'lighttpd',
  module: '/usr/lib/lighttpd/mod_deflate.so',
  encoding: 'br',
  ownNotFound: true,
  headers: true,
  prepare: (setting) => {
    const { work, site, port, base } = setting;
    let own = fill('lighttpd.conf', setting);
    if (base !== '/') {
      own = own
        .replace(`server.document-root = "${site}"`, `server.document-root = "${work}"`)
        .replace('# alias.url', 'alias.url');
    }
    const config = `server.bind = "127.0.0.1"\nserver.port = ${String(port)}\n${own}`;
    return ['-D', '-f', write(work, 'lighttpd.conf', config)];
  },
};

const python: Recipe = {
  name: 'python3 -m http.server',
  packages: ['python3'],
  program: 'python3',
  encoding: undefined,
  ownNotFound: false,
  headers: false,
  prepare: ({ work, site, port, base }) => {
    // It knows no paths, so the site stands in folders of that name.
    const tree = resolve(work, 'tree');
    if (base !== '/') {
      mkdirSync(join(tree, base, '..'), { recursive: true });
      symlinkSync(site, join(tree, base.replace(/\/$/, '')));
    }
    const place = base === '/' ? site : tree;
    return ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', place];
  },
};

/** Every server that the recipes are tried on. */
export const recipes = [nginx, apache, caddy, lighttpd, python];
