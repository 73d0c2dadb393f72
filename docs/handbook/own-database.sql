-- 在自备的 PostgreSQL（15 或更新）上为母舰建立三个角色和一个数据库。由该服务器的管理员执行一次：
--   psql -h 服务器 -U postgres -d postgres -f own-database.sql
-- 执行前把三处“改成……的密码”换成自己的密码；数据库名 mujian 可以改。重复执行无害。
-- Makes the three roles and the database on a PostgreSQL (15 or later) of one's own. Replace the three passwords first.

-- mujian_owner 建表、升级、恢复；mujian_backup 只读备份；两者越过行级隔离。
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mujian_owner') THEN CREATE ROLE mujian_owner LOGIN; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mujian_backup') THEN CREATE ROLE mujian_backup LOGIN; END IF; END $$;
-- mujian_app 是程序平时使用的角色：不拥有任何对象，受行级隔离约束。
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mujian_app') THEN CREATE ROLE mujian_app LOGIN; END IF; END $$;

ALTER ROLE mujian_owner NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS PASSWORD '改成 owner 的密码';
ALTER ROLE mujian_backup NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS PASSWORD '改成 backup 的密码';
ALTER ROLE mujian_app NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '改成 app 的密码';
GRANT pg_read_all_data TO mujian_backup;

-- 若数据库已存在，跳过这一句的报错即可。
CREATE DATABASE mujian OWNER mujian_owner ENCODING 'UTF8' TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';
REVOKE ALL ON DATABASE mujian FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE mujian TO mujian_app, mujian_backup;
