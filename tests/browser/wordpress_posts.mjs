// Publishes the three ways into an article in the WordPress below $BLOG, and prints the posts' numbers by name as JSON.
import { spawnSync } from 'node:child_process';
import { snippet } from '../../web/embed/snippets.mjs';

const { ADDRESS = '' } = process.env;
const PHP = `$_SERVER['HTTP_HOST'] = 'localhost'; require getenv('BLOG') . '/wp-load.php';
  $author = wp_create_user('author', 'Author-pass-1', 'author@example.org'); (new WP_User($author))->set_role('author');
  $ids = [];
  foreach (json_decode(getenv('CONTENT'), true) as $name => $content) {
    $by = $name == 'address' ? $author : 1; wp_set_current_user($by);
    $ids[$name] = wp_insert_post(['post_title' => $name, 'post_status' => 'publish', 'post_author' => $by, 'post_content' => wp_slash($content)]);
  }
  echo json_encode($ids);`;

const above = '<!-- wp:paragraph --><p>Boven.</p><!-- /wp:paragraph -->\n\n';
const block = (text) => `${above}<!-- wp:html -->\n${text}\n<!-- /wp:html -->`;
const choice = { address: ADDRESS, title: 'Klantkompas' };
const CONTENT = {
  address: `${above}<!-- wp:embed {"url":"${ADDRESS}","type":"wp-embed"} -->\n<figure class="wp-block-embed is-type-wp-embed"><div class="wp-block-embed__wrapper">\n${ADDRESS}\n</div></figure>\n<!-- /wp:embed -->`,
  element: block(snippet({ ...choice, way: 'script' })),
  iframe: above + snippet({ ...choice, way: 'wordpress' }),
};

const { status, stdout, stderr } = spawnSync('php', ['-r', PHP], { env: { ...process.env, CONTENT: JSON.stringify(CONTENT) }, encoding: 'utf8', timeout: 60_000 });
if (status !== 0) throw new Error(stderr || stdout);
process.stdout.write(stdout.slice(stdout.lastIndexOf('{')));
