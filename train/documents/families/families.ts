/** All families by their name: each makes the content of one document. */
import type { Random } from '../../random.ts'
import type { Form } from '../form.ts'
import { nationalAssembly } from './assembly.ts'
import { association, massOrganisation } from './associations.ts'
import { board } from './board.ts'
import { government, legal, ministries } from './central.ts'
import { army, court, police } from './forces.ts'
import { front, union, youth } from './front.ts'
import { agreement, joint } from './joint.ts'
import { copied, invitations, telegrams } from './occasions.ts'
import { state1950s } from './old.ts'
import { partyCommune, partyDistrict, partyProvince } from './party.ts'
import { partyBranch, partyCentral, partyCongress, partyOld } from './party-others.ts'
import { gazette, lawDatabase, noLetterhead, smallLetters } from './published.ts'
import { state1990s } from './renovation.ts'
import { company, hospital, school, vertical } from './services.ts'
import { manySigners, minutes } from './signers.ts'
import { slips } from './slips.ts'
import { commune2025, communeOld, district, province, provinceDepartment } from './state.ts'

export const FAMILIES: Record<string, (random: Random) => Form> = {
  'state-province': province,
  'state-department': provinceDepartment,
  'state-district': district,
  'state-commune-2025': commune2025,
  'state-commune': communeOld,
  ministry: ministries,
  government,
  legal,
  'state-1950s': state1950s,
  'state-1990s': state1990s,
  'national-assembly': nationalAssembly,
  'party-central': partyCentral,
  'party-province': partyProvince,
  'party-district': partyDistrict,
  'party-commune': partyCommune,
  'party-branch': partyBranch,
  'party-old': partyOld,
  'party-congress': partyCongress,
  front,
  youth,
  union,
  'mass-organisation': massOrganisation,
  association,
  army,
  police,
  court,
  school,
  hospital,
  company,
  vertical,
  joint,
  minutes,
  agreement,
  board,
  'many-signers': manySigners,
  gazette,
  'law-database': lawDatabase,
  'no-letterhead': noLetterhead,
  'small-letters': smallLetters,
  invitation: invitations,
  telegram: telegrams,
  copied,
  slips,
}
