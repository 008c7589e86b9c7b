-- Before 2.0.0 is started: it calls the column buyer. Whoever writes one of the two writes both.
BEGIN;
SET LOCAL lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN buyer text;
CREATE FUNCTION orders_same_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.buyer := coalesce(NEW.buyer, NEW.customer);
    NEW.customer := coalesce(NEW.customer, NEW.buyer);
  ELSIF NEW.buyer IS DISTINCT FROM OLD.buyer THEN
    NEW.customer := NEW.buyer;
  ELSE
    NEW.buyer := NEW.customer;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER orders_same_name BEFORE INSERT OR UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION orders_same_name();
COMMIT;
