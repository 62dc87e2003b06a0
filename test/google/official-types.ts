import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Reads declarations of packages that are not ours: names of parameters and of methods as Google publishes them. */

const modules = join(__dirname, '..', '..', 'node_modules');

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(modules, path), 'utf8'), ts.ScriptTarget.ES2022, true);
}

/**
 * Every interface of a declaration file by its full name
 * (`GoogleAppsScript.AdminDirectory.Collection.UsersCollection`).
 */
export function interfacesOf(path: string): ReadonlyMap<string, ts.InterfaceDeclaration> {
  const found = new Map<string, ts.InterfaceDeclaration>();
  const visit = (node: ts.Node, prefix: string): void => {
    if (ts.isInterfaceDeclaration(node)) found.set(prefix + node.name.text, node);
    if (ts.isModuleDeclaration(node) && node.body) visit(node.body, `${prefix}${node.name.text}.`);
    if (ts.isModuleBlock(node) || ts.isSourceFile(node))
      for (const statement of node.statements) visit(statement, prefix);
  };
  visit(parse(path), '');
  return found;
}

/** Names of an interface's properties. */
export function propertiesOf(declaration: ts.InterfaceDeclaration): readonly string[] {
  return declaration.members.filter(ts.isPropertySignature).map((member) => member.name.getText());
}

/** The parameter names of each overload of a method. */
export function overloadsOf(declaration: ts.InterfaceDeclaration, method: string): readonly (readonly string[])[] {
  const overloads = declaration.members
    .filter(ts.isMethodSignature)
    .filter((member) => member.name.getText() === method);
  return overloads.map((overload) => overload.parameters.map((parameter) => parameter.name.getText()));
}

/** The type of a property as it is written. */
export function typeOf(declaration: ts.InterfaceDeclaration, property: string): string {
  const member = declaration.members
    .filter(ts.isPropertySignature)
    .find((candidate) => candidate.name.getText() === property);
  return member?.type?.getText() ?? '';
}
