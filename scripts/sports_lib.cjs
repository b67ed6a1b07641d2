// What sports-lib (npm) takes for FIT files: node sports_lib.cjs FOLDER_OF_MODULES FILE...
// Reads every file and sums its activities up, as its own importers do; prints processor seconds.
const { readFileSync } = require("node:fs");
const [modules, ...files] = process.argv.slice(2);
const { SportsLib } = require(`${modules}/@sports-alliance/sports-lib`);

const main = async () => {
  const before = process.cpuUsage();
  for (const file of files) {
    const { buffer, byteOffset, byteLength } = readFileSync(file);
    const event = await SportsLib.importFromFit(buffer.slice(byteOffset, byteOffset + byteLength));
    if (event.getActivities().every((activity) => activity.getStats().size === 0)) {
      throw new Error(`${file} tells nothing`);
    }
  }
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6);
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
