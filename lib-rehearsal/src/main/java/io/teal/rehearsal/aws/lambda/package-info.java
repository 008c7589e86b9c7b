/** Lambda: what stands for the functions of the user's that a release calls. */
package io.teal.rehearsal.aws.lambda;
