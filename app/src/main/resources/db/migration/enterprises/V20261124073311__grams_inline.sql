-- Rows below 2 kB are never stored out of line, whatever their target: the setting did nothing.
ALTER TABLE enterprise_grams RESET (toast_tuple_target);
COMMENT ON TABLE enterprise_grams IS
  'What search reads: columns to filter and sort by, the words and their bigrams. Derived from enterprise.';
