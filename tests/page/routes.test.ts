import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Lifetime } from './lifetime';
import { Site, swap } from './site';

// A change of a view leaves out those of the framework's update handlers that make all endpoints anew.
describe('addresses of a program whose views were changed', () => {
  const life = new Lifetime();
  let site: Site;

  before(async () => {
    site = await Site.start(life, 'site', 'App/App.csproj');
  });

  test('are those that a component gets, and others', async () => {
    const file = 'App/Components/Pages/Tides.razor';
    for (const name of ['High', 'Low', 'Spring']) {
      await apply(file, (text) => text.replace(/(<h1 id="title">)[^<]*/, `$1${name}`));
      assert.match(await read('/tides'), new RegExp(`>${name}<`));
    }

    await apply(file, swap('@page "/tides"', '@page "/tides"\n@page "/more/tides"'));
    assert.match(await read('/more/tides'), />Spring</);
    await apply(file, swap('>Spring<', '>Neap<'));
    assert.match(await read('/more/tides'), />Neap</);
    await apply(file, swap('@page "/more/tides"', '@page "/all/tides"'));
    assert.equal(await status('/more/tides'), 404);
    assert.match(await read('/all/tides'), />Neap</);
    assert.match(await read('/tides'), />Neap</);
  });

  test('are those that a Razor Page gets', async () => {
    const file = 'App/Pages/Guests.cshtml';
    await apply('App/Views/Books/Index.cshtml', swap('>Books<', '>All books<'));
    await apply(file, swap('>Guests</h1>', '>All guests</h1>'));
    assert.match(await read('/guests'), />All guests</);
    await apply(file, swap('@page "/guests"', '@page "/visitors"'));
    assert.match(await read('/visitors'), />All guests</);
    assert.equal(await status('/guests'), 404);
  });

  test('are those that a controller gets', async () => {
    const view = 'App/Views/Books/Index.cshtml';
    await apply(view, swap('>All books<', '>Books<'));
    await apply(
      'App/Controllers/BooksController.cs',
      swap('View();', 'View();\n\n    public string Count() => "three";'),
    );
    assert.equal(await read('/Books/Count'), 'three');
    await apply(view, swap('>Books<', '>Some books<'));
    assert.match(await read('/'), />Some books</);
    assert.equal(await read('/Books/Count'), 'three');
  });

  async function apply(file: string, change: (text: string) => string): Promise<void> {
    const result = await site.save(file, change);
    assert.equal(result.outcome, 'applied', result.message);
  }

  async function read(path: string): Promise<string> {
    return await (await fetch(site.url + path)).text();
  }

  async function status(path: string): Promise<number> {
    return (await fetch(site.url + path)).status;
  }
});
