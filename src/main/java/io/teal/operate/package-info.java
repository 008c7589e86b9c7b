/** What the operator's verbs do, without the command line; one package for each verb. */
package io.teal.operate;
