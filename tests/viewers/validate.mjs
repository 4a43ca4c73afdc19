// node validate.mjs FILE...: the Khronos glTF validator's verdict on each file; exit code 1 if any has an error.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import validator from "gltf-validator";

let errors = 0;
for (const file of process.argv.slice(2)) {
  const report = await validator.validateBytes(new Uint8Array(await readFile(file)), { maxIssues: 500 });
  const { numErrors, numWarnings, numInfos, messages } = report.issues;
  errors += numErrors;
  console.log(`${basename(file)}: ${numErrors} errors, ${numWarnings} warnings, ${numInfos} infos`);
  for (const message of messages.filter((m) => m.severity < 2).slice(0, 20)) {
    console.log(`  ${message.code} ${message.pointer}: ${message.message}`);
  }
}
process.exit(errors ? 1 : 0);
