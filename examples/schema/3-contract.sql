-- After the deploy with contract=true: 1.0.0 does not fit from here on.
BEGIN;
SET LOCAL lock_timeout = '2s';
DROP TRIGGER orders_same_name ON orders;
DROP FUNCTION orders_same_name();
ALTER TABLE orders DROP COLUMN customer;
COMMIT;
