-- Schools of the roster; the district and other bodies above a school are left out.
-- grain: one row for each version of an organization that is a school

with

types as (
  select definition_id, lower(code) as code
  from insights_ref_definition
  where definition_type = 'RefOrgType' and is_current and not is_deleted
),

organizations as (
  select
    organization.organization_id, organization.organization_name,
    coalesce(types.code, lower(organization.organization_type_id)) as organization_type,
    organization.source_key, organization.batch_id, organization.record_no, organization.as_of, organization.change_no,
    organization.known_from, organization.known_basis, organization.is_current, organization.is_deleted
  from insights_organization as organization
  left join types on organization.organization_type_id = types.definition_id
)

select
  organization_id as source_school_id,
  organization_name as school_name,
  cast(organization_type as varchar) as school_type,
  cast('insights' as varchar) as module,
  cast('organization' as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from organizations
-- Places where students are taught; everything else in the list of types governs, or does research.
where organization_type in ('school', 'college', 'university', 'campus', 'adulteducation', 'program')
