/** Install on a virtual clock, against a fleet and a CodeDeploy that behave as AWS documents, at their worst too. */
package io.teal.runtime.install;
