/** The ready CDK app that {@code cdk.json} runs: one service, described in {@link io.teal.app.MyService}. */
package io.teal.app;
