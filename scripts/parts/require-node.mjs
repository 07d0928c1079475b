// Imported first by every script, and written so that older versions of Node can read it.
const OLDEST = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Cần Node.js ${OLDEST.join('.')} trở lên; máy này đang dùng ${process.versions.node}. Tải bản mới ở https://nodejs.org rồi chạy lại.\n`,
  );
  process.exit(1);
}
