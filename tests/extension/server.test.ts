import assert from 'node:assert/strict';
import { findDotnet, type Machine } from '../../extension/src/server/dotnet';

describe('the .NET host', () => {
  it('is the one that DOTNET_ROOT names, before the PATH', () => {
    assert.equal(
      findDotnet(linux({ DOTNET_ROOT: '/my', PATH: '/usr/bin' }, '/my/dotnet', '/usr/bin/dotnet')),
      '/my/dotnet',
    );
  });

  it('is found on the PATH', () => {
    assert.equal(findDotnet(linux({ PATH: '/bin:/usr/bin' }, '/usr/bin/dotnet')), '/usr/bin/dotnet');
  });

  it('is found where it is installed when the editor has no PATH', () => {
    assert.equal(findDotnet(linux({ HOME: '/home/me' }, '/home/me/.dotnet/dotnet')), '/home/me/.dotnet/dotnet');
  });

  it('is found on Windows', () => {
    const machine: Machine = {
      platform: 'win32',
      env: { Path: 'C:\\Windows', ProgramFiles: 'D:\\Programs' },
      exists: (file) => file === 'D:\\Programs\\dotnet\\dotnet.exe',
    };
    assert.equal(findDotnet(machine), 'D:\\Programs\\dotnet\\dotnet.exe');
  });

  it('may be missing', () => {
    assert.equal(findDotnet(linux({ PATH: '/usr/bin' })), undefined);
  });

  function linux(env: Record<string, string>, ...files: string[]): Machine {
    return { platform: 'linux', env, exists: (file) => files.includes(file) };
  }
});
