// Loads a data package with the library of the Frictionless project and prints what it holds, as JSON; every fault on stderr, exit 1.
// Types, constraints and keys are those that datapackage.json declares: nothing is known here of the atlas.
const { Package } = require('datapackage');

async function rows(resource) {
  const values = await resource.read({ keyed: true, relations: true });
  const types = {};
  for (const row of values) {
    for (const [field, value] of Object.entries(row)) {
      const type = value === null ? 'null' : typeof value;
      types[field] = { ...types[field], [type]: ((types[field] || {})[type] || 0) + 1 };
    }
  }
  return { name: resource.name, rows: values.length, types };
}

async function main(descriptor) {
  const pack = await Package.load(descriptor);
  if (!pack.valid) {
    throw { errors: pack.errors };
  }
  const resources = [];
  for (const resource of pack.resources) {
    resources.push(await rows(resource));
  }
  process.stdout.write(JSON.stringify({ resources }) + '\n');
}

main(process.argv[2]).catch(error => {
  const faults = error.errors && error.errors.length ? error.errors : [error];
  faults.forEach(fault => process.stderr.write((fault.rowNumber ? `row ${fault.rowNumber}: ` : '') + (fault.message || fault) + '\n'));
  process.exit(1);
});
