/** CodeDeploy's application and deployment groups. May depend on the other construct packages and the CDK. */
package io.teal.constructs.codedeploy;
