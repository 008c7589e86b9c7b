package io.teal.release.port;

/**
 * What CloudFormation says of a stack.
 *
 * @param status a {@code StackStatus}
 * @param disablesRollback whether the stack stays half-way if its present operation fails, as with {@code cdk deploy
 *     --no-rollback}
 */
public record StackReading(String status, boolean disablesRollback) {}
