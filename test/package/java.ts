import { spawnSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { FLOOR } from '../../projenrc/supported-versions';
import { hasCommand } from '../support';
import { builtOnce } from './built-once';
import { CACHE } from './locked';
import { ROOT, manifest, pacmak, run } from './packed';
import { synthesized, type Synthesizer } from './synthesized';

/** The local repository: what Maven Central gave, and the artefact. The one of whoever runs the tests is left alone. */
const REPOSITORY = join(CACHE, 'maven-repository');
/** Without documentation, which takes as long as all the rest, and with a compiler that is quick at once. */
const MAVEN_OPTS = '-Dmaven.javadoc.skip=true -XX:+TieredCompilation -XX:TieredStopAtLevel=1';
const DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

/** What is missing to build and use the artefact. In CI it must be there. */
export function missingForJava(): string | undefined {
  const command = ['java', 'mvn'].find((name) => !hasCommand(name));
  if (command) return command;
  return process.env.CI === 'true' || reachesMavenCentral() ? undefined : 'Maven Central';
}

/** A Maven project that depends on the artefact, and on the oldest CDK that is supported. */
export function installedInJava(): { readonly jar: string; readonly synthesize: Synthesizer } {
  const classPath = readFileSync(join(builtOnce('java', install), 'classpath'), 'utf8').trim();
  const jar = classPath.split(process.platform === 'win32' ? ';' : ':').find((path) => path.includes('cdk-lambda-error-handling'))!;
  return { jar, synthesize: (app) => synthesized(app, 'java', ['-XX:TieredStopAtLevel=1', '-cp', classPath, app]) };
}

function install(folder: string): void {
  pacmak('java', folder, ['--maven-local-repository', REPOSITORY], { MAVEN_OPTS });
  const { groupId, artifactId } = manifest(ROOT).jsii.targets.java.maven;
  const dependencies = [
    [groupId, artifactId, manifest(ROOT).version],
    ['software.amazon.awscdk', 'aws-cdk-lib', FLOOR.awsCdkLib],
    ['software.constructs', 'constructs', FLOOR.constructs],
  ].map(([group, artifact, version]) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`);
  writeFileSync(join(folder, 'pom.xml'), `<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion><groupId>app</groupId><artifactId>app</artifactId><version>1</version>
    <dependencies>${dependencies.join('')}</dependencies>
  </project>`);
  maven(folder, ['--file', 'pom.xml', `${DEPENDENCIES}:build-classpath`, '-Dmdep.outputFile=classpath']);
}

function maven(folder: string, args: string[]): void {
  run(folder, 'mvn', ['--quiet', '--batch-mode', `-Dmaven.repo.local=${REPOSITORY}`, ...args], { MAVEN_OPTS });
}

function reachesMavenCentral(): boolean {
  const artifact = '-Dartifact=software.constructs:constructs:10.5.0:pom';
  return spawnSync('mvn', ['--quiet', '--batch-mode', `-Dmaven.repo.local=${REPOSITORY}`, `${DEPENDENCIES}:get`, artifact]).status === 0;
}
