/** CodeDeploy's application, deployment groups and revisions. */
package io.teal.constructs.internal.codedeploy;
