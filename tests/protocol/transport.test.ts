import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import {
  ErrorCodes,
  type Message,
  type ResponseMessage,
  StreamMessageReader,
} from 'vscode-languageserver-protocol/node';
import { Feed } from './feed';
import { type Owner, ServerProcess } from './process';

/** Where the server closes a broken stream, it is gone after this time. In milliseconds. */
const closing = 2_000;

/** The server's raw input, and the messages that come back. */
class RawServer {
  readonly process: ServerProcess;
  readonly answers = new Feed<ResponseMessage>('answer');
  readonly faults: Error[] = [];

  constructor(owner: Owner) {
    this.process = new ServerProcess(owner);
    const reader = new StreamMessageReader(this.process.output);
    // Whatever is on the stream and is no frame would show here.
    reader.onError((error) => this.faults.push(error));
    reader.onClose(() => {
      this.answers.end(new Error(`The server has ended. It logged:\n${this.process.log}`));
    });
    reader.listen((message: Message) => {
      if ('id' in message && !('method' in message)) {
        this.answers.push(message as ResponseMessage);
      }
    });
  }

  static async start(owner: Owner): Promise<RawServer> {
    const server = new RawServer(owner);
    server.send(request('first', 'initialize', { processId: process.pid, capabilities: {} }));
    await server.answers.next((answer) => answer.id === 'first');
    server.send(frame('{"jsonrpc":"2.0","method":"initialized","params":{}}'));
    return server;
  }

  send(bytes: string | Buffer): void {
    this.process.input.write(bytes);
  }

  /** Proves that the next valid request succeeds. */
  async mustBeAlive(): Promise<void> {
    this.send(request('alive', 'hotReload/sessions'));
    const answer = await this.answers.next((candidate) => candidate.id === 'alive');
    assert.deepEqual(answer.result, { sessions: [] });
    assert.deepEqual(this.faults, []);
  }

  async mustRefuse(body: string | Buffer, code: number): Promise<void> {
    this.send(frame(body));
    const answer = await this.answers.next();
    assert.equal(answer.id, null);
    assert.equal(answer.error?.code, code);
    await this.mustBeAlive();
  }

  async mustClose(): Promise<void> {
    assert.equal(await this.process.exit(closing), 1);
    assert.notEqual(this.process.log, '', 'The server must log why it ends.');
    assert.deepEqual(this.faults, []);
  }
}

function frame(body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

function request(id: string, method: string, params?: object): Buffer {
  return frame(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
}

describe('a stream that is no stream of frames is closed', () => {
  const headers: Record<string, string> = {
    'FAULT 1: no Content-Length': 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}',
    'FAULT 2: a negative Content-Length': 'Content-Length: -1\r\n\r\n',
    'FAULT 2: an absurd Content-Length': 'Content-Length: 99999999999999999999999999\r\n\r\n',
    'FAULT 2: a Content-Length that is no number': 'Content-Length: many\r\n\r\n',
    'FAULT 3: a body of more than 64 MiB': `Content-Length: ${64 * 1024 * 1024 + 1}\r\n\r\n`,
    'FAULT 4: a header line without end': 'X'.repeat(16 * 1024 + 1),
    'FAULT 4: header lines without end': 'Name: value\r\n'.repeat(2_000),
    'FAULT 1: a line that is no header': 'GET / HTTP 1.1\r\n\r\n',
  };
  for (const [what, header] of Object.entries(headers)) {
    test(what, async (context) => {
      const server = await RawServer.start(context);
      server.send(header);
      await server.mustClose();
    });
  }

  test('FAULT 7: an input that ends', async (context) => {
    const server = await RawServer.start(context);
    server.process.input.end();
    await server.mustClose();
  });

  test('FAULT 7: an input that ends within a header', async (context) => {
    const server = await RawServer.start(context);
    server.process.input.end('Content-Le');
    await server.mustClose();
  });

  test('FAULT 7: an input that ends within a body', async (context) => {
    const server = await RawServer.start(context);
    server.process.input.end('Content-Length: 100\r\n\r\n{"jsonrpc"');
    await server.mustClose();
  });
});

describe('a frame that holds no message is refused, and the next one counts', () => {
  const bodies: [string, string | Buffer, number][] = [
    ['FAULT 5: broken JSON', '{"jsonrpc":"2.0","id":1,"meth', ErrorCodes.ParseError],
    ['nothing', '', ErrorCodes.ParseError],
    ['two values', '{} {}', ErrorCodes.ParseError],
    ['FAULT 6: 10,000 levels of arrays', '['.repeat(10_000) + ']'.repeat(10_000), ErrorCodes.ParseError],
    ['FAULT 6: 10,000 levels of objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), ErrorCodes.ParseError],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), ErrorCodes.ParseError],
    ['a batch', '[{"jsonrpc":"2.0","id":1,"method":"hotReload/sessions"}]', ErrorCodes.InvalidRequest],
    ['a number', '42', ErrorCodes.InvalidRequest],
    ['an object that is no message', '{"jsonrpc":"2.0"}', ErrorCodes.InvalidRequest],
  ];
  for (const [what, body, code] of bodies) {
    test(what, async (context) => {
      const server = await RawServer.start(context);
      await server.mustRefuse(body, code);
    });
  }
});

describe('frames come as the pipe brings them', () => {
  test('byte by byte', async (context) => {
    const server = await RawServer.start(context);
    for (const byte of request('slow', 'hotReload/sessions')) {
      if (!server.process.input.write(Buffer.of(byte))) {
        await once(server.process.input, 'drain');
      }

      await new Promise(setImmediate);
    }

    assert.equal((await server.answers.next()).id, 'slow');
    await server.mustBeAlive();
  });

  test('several in one write', async (context) => {
    const server = await RawServer.start(context);
    const ids = ['a', 'b', 'c', 'd'];
    server.send(Buffer.concat(ids.map((id) => request(id, 'hotReload/sessions'))));
    const answered = new Set<unknown>();
    while (answered.size < ids.length) {
      answered.add((await server.answers.next()).id);
    }

    assert.deepEqual([...answered].sort(), ids);
    await server.mustBeAlive();
  });

  test('with more than one header line', async (context) => {
    const server = await RawServer.start(context);
    const body = '{"jsonrpc":"2.0","id":"typed","method":"hotReload/sessions"}';
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8';
    server.send(`${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    assert.equal((await server.answers.next()).id, 'typed');
  });

  test('with line ends and characters of several bytes in the content', async (context) => {
    const server = await RawServer.start(context);
    server.send(frame('{\r\n  "jsonrpc": "2.0",\r\n  "id": "ä😀",\r\n  "method": "hotReload/sessions"\r\n}\r\n'));
    assert.equal((await server.answers.next()).id, 'ä😀');
    await server.mustBeAlive();
  });
});
